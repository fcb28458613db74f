"""What the makers of the guides' pictures share: a running sample ward, phones in it, and pictures of them."""
