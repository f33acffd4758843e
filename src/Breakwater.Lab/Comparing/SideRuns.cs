using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>The runs of one side: what they were, and their figures by seed.</summary>
internal sealed class SideRuns
{
    private readonly Dictionary<FigureName, double?[]> _values = [];
    private readonly List<FigureName> _figures = [];

    /// <param name="figures">By seed, in their order; each run has the same.</param>
    public SideRuns(
        string folder,
        RunManifest manifest,
        string seeds,
        string start,
        string end,
        string eventLogHash,
        IReadOnlyList<IReadOnlyList<Figure>> figures
    )
    {
        (Folder, Manifest, Seeds) = (folder, manifest, seeds);
        (Start, End, EventLogHash) = (start, end, eventLogHash);
        for (int figure = 0; figure < figures[0].Count; figure++)
        {
            var name = FigureName.Of(figures[0][figure]);
            if (_values.TryAdd(name, [.. figures.Select(run => run[figure].Value)]))
            {
                _figures.Add(name);
            }
        }
    }

    public string Folder { get; }

    public RunManifest Manifest { get; }

    /// <summary>Such as "1..20".</summary>
    public string Seeds { get; }

    public string Start { get; }

    public string End { get; }

    public string EventLogHash { get; }

    /// <summary>In order of the runs' figures.</summary>
    public IReadOnlyList<FigureName> Figures => _figures;

    public IReadOnlyList<double?> this[FigureName name] => _values[name];

    public bool Has(FigureName name) => _values.ContainsKey(name);
}
