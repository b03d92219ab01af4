"""Pairs of situations: which criterion moved the class?"""
