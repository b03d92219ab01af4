"""One evening seen as an account and as a scene: at which line does it break in each?"""
