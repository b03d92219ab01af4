"""Where did the help leak: saying it, accepting it or carrying it out?"""
