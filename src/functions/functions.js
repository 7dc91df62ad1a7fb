// Excel asks for a script of the custom functions by this name; they run in the pane's own page
// (shared runtime), where they are defined.
