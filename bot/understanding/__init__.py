"""What typed words can mean on the screen that a person sees; pure."""
