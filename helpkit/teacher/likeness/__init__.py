"""Which texts of different students are the same, or nearly so?"""
