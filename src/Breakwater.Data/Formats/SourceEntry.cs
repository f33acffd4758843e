namespace Breakwater.Data;

/// <summary>One file to import, decompressed.</summary>
/// <param name="Location">As messages name it: the path, and the entry where it is an archive.</param>
/// <param name="Name">The file's own name, which often says venue, instrument and day.</param>
/// <param name="Origin">The compressed file behind it, whose position tells the progress.</param>
public sealed record SourceEntry(string Location, string Name, Stream Content, FileStream Origin)
{
    /// <summary>Neither packed nor part of an archive.</summary>
    public bool IsPlain => ReferenceEquals(Content, Origin);
}
