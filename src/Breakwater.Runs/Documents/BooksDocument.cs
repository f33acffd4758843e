using System.ComponentModel;

namespace Breakwater.Runs;

internal sealed record BooksDocument
{
    [Description("Orders of a maker on each side, at distances that double; seven reach 1 %. From 1 to 14.")]
    public required Stated<int> Levels { get; init; }

    [Description("Distance from the market up to which what the public has revealed rests in the book.")]
    public required Stated<Share> PublicReach { get; init; }
}
