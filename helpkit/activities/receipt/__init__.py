"""What is each favour worth, to whoever does it or to whoever gets it?"""
