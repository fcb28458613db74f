"""Whole journeys, one per role, as a person would live them."""
