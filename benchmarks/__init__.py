"""Peers and limits side by side: `make bench` prints one table of ratios, all measured in one run."""
