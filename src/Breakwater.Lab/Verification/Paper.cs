namespace Breakwater.Lab;

/// <summary>Where a result was published.</summary>
/// <param name="Published">Journal, volume, pages or preprint number.</param>
public sealed record Paper(string Authors, int Year, string Title, string Published);
