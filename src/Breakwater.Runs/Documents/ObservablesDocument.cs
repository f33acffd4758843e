using System.ComponentModel;

namespace Breakwater.Runs;

/// <summary>What a model of one event is held against: written down before anything is fitted.</summary>
internal sealed record ObservablesDocument
{
    [Description("One line for lists.")]
    public required string Title { get; init; }

    [Description("By identifier; a part of a row is ROW.PART, and a row is inside where all its parts are.")]
    public required OrderedDictionary<string, ObservableDocument> Observables { get; init; }
}
