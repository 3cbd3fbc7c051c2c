"""From a finished build to the published site, in one stroke."""
