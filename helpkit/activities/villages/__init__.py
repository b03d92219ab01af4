"""So many villages at once: in how many does helping win?"""
