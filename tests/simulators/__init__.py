"""Tests of the simulators: a wrong simulator would make every test above it worthless."""
