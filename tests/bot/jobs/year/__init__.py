"""A year of a ward whose heads send early, late or never, beside a naive oracle of whom it should remind."""
