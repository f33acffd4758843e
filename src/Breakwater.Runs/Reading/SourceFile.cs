namespace Breakwater.Runs;

/// <summary>A file as it was read.</summary>
/// <param name="Name">As messages call it: relative to the folder that it was found in, or as the user gave it.</param>
internal sealed record SourceFile(string Name, string Text);
