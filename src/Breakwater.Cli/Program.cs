using System.CommandLine;

var breakwater = new RootCommand("A laboratory and monitor for liquidation cascades in leveraged crypto markets.");
var parsed = breakwater.Parse(args);
int exitCode = await parsed.InvokeAsync();

// System.CommandLine answers 1 for a mistyped command; scripts tell it from a failed run by 2.
return parsed.Errors.Count > 0 ? 2 : exitCode;
