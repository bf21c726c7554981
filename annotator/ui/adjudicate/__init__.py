"""The adjudicate screen: what annotators read differently, and which reading goes into the adjudicated layer."""
