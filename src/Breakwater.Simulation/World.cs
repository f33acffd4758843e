using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Venues and their crowds from start to end, under prices that are given or that their own trading makes. One run, one thread.</summary>
public sealed class World
{
    private readonly WorldParameters _parameters;
    private readonly Market? _market;

    public World(WorldParameters parameters)
    {
        _parameters = parameters;
        Venues =
        [
            .. Enumerable.Range(0, parameters.Venues.Count).Select(number => new VenueInWorld(parameters, number)),
        ];
        _market = parameters.Market is null ? null : new Market(parameters, Venues);
    }

    public IReadOnlyList<VenueInWorld> Venues { get; }

    /// <summary>What the market looked like; null under a tape.</summary>
    public MarketSeries? Series => _market?.Series;

    /// <summary>What was forced by what; null under a tape.</summary>
    public GenerationTally? Generations => _market?.Generations.Tally;

    /// <summary>Empty under a tape.</summary>
    public IReadOnlyList<LendingInWorld> Lending => _market?.Lending ?? [];

    /// <summary>
    /// Lets the market's own participants in, once every venue has been opened; from here on <see cref="Reset"/> leads back.
    /// </summary>
    public void Join()
    {
        if (_market is null)
        {
            return;
        }

        _market.Join();
        foreach (VenueInWorld venue in Venues)
        {
            venue.Save();
        }

        _market.Reset(_parameters.PathSeed);
    }

    /// <summary>Back to the start, for another path of the same market and crowd.</summary>
    /// <exception cref="InvalidOperationException">Prices are given by tapes.</exception>
    public void Reset(Seed path)
    {
        if (_market is null)
        {
            throw new InvalidOperationException("A tape has one path.");
        }

        foreach (VenueInWorld venue in Venues)
        {
            venue.Restore();
        }

        _market.Reset(path);
    }

    /// <summary>Runs from start to end. Every venue must have been opened; they may be opened side by side.</summary>
    /// <param name="progress">Told the time of each event that is about to happen.</param>
    public void Run(Action<Timestamp> progress)
    {
        if (_market is null)
        {
            new TapeRun(_parameters, Venues).Run(progress);
        }
        else
        {
            _market.Run(progress);
        }

        foreach (VenueInWorld venue in Venues)
        {
            venue.Flush();
        }

        foreach (LendingInWorld lending in Lending)
        {
            lending.Flush();
        }
    }
}
