"""Tests of the simulated Zalo Bot Platform: that it is as strict and as odd as the real one."""
