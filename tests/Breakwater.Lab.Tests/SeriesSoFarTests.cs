using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab.Tests;

/// <summary>What is read of a market that goes on is the beginning of what its folder then holds.</summary>
public sealed class SeriesSoFarTests : IRunProgress, IDisposable
{
    private const string Coin = "ETH";
    private const double Halfway = 0.5;

    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("breakwater-");
    private SeriesSoFar? _series;
    private IReadOnlyList<ListingSeries>? _before;
    private IReadOnlyList<ListingSeries>? _halfway;

    [Fact]
    public void It_grows_and_is_never_written_again()
    {
        var request = new RunRequest(
            new ContentFolders(AppContext.BaseDirectory),
            "oct-10-2025",
            new Seed(1),
            null,
            Path.Combine(_parent.FullName, "run"),
            Threads: 2
        );
        ScenarioRun.Execute(request, this, TestContext.Current.CancellationToken);

        IReadOnlyList<ListingSeries> whole = RecordedSeries.Read(request.Folder, Coin);
        Assert.Empty(_before!);
        Assert.Equal(whole.Count, _halfway!.Count);
        Assert.Equal(Duration.FromMinutes(95), _series!.Span.End - _series.Span.Start);
        foreach ((ListingSeries early, ListingSeries late) in _halfway.Zip(whole))
        {
            int rows = early.Times.Count;
            Assert.InRange(rows, 0.49 * late.Times.Count, 0.51 * late.Times.Count);
            Assert.Equal((late.Venue, late.Coin), (early.Venue, early.Coin));
            Assert.Equal(late.Times.Take(rows), early.Times);
            Assert.Equal(late.Middle.Take(rows), early.Middle);
            Assert.Equal(late.OpenInterest.Take(rows), early.OpenInterest);
        }
    }

    void IRunProgress.Began(string stage) { }

    void IRunProgress.Opened(WorldParameters parameters, World world)
    {
        _series = SeriesSoFar.Of(parameters, world);
        _before = _series!.Read(Coin);
    }

    void IRunProgress.Reached(Timestamp time, double share)
    {
        _series!.Publish();
        if (share >= Halfway)
        {
            _halfway ??= _series.Read(Coin);
        }
    }

    public void Dispose() => _parent.Delete(recursive: true);
}
