namespace Breakwater.Server;

/// <summary>A file of the pages, as it was built into this assembly.</summary>
internal sealed record WebPage(byte[] Bytes, string Type, string Tag);
