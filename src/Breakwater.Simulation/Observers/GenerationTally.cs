namespace Breakwater.Simulation;

/// <summary>Forced volume by generation: the first was forced by moves from outside, each next one by moves that the one before made.</summary>
/// <remarks>
/// A venue updates a mark, and what its wave then forces was caused by the moves of that coin's price since the venue's last
/// update of that mark: each cause has the share that its moves had in them. A forced order's own moves belong to the
/// generations of its volume. The ratio of a generation's volume to the one before is R in a run. Inventory that a fund took
/// over counts when it is sold, as the generations that it was taken over in. A tally, not a balance: floating point.
/// </remarks>
public sealed class GenerationTally
{
    private readonly int _generations;
    private readonly int _coins;
    private readonly MoveCauses[] _moves;
    private readonly MoveCauses[] _atLastMark;
    private readonly double[][] _volume;
    private readonly double[][] _inventory;
    private readonly double[] _sharesOfFall;
    private readonly double[] _sharesOfRise;

    // Of the wave under way: moves between these caused it. Few waves force anything, and only those ask for shares.
    private readonly MoveCauses _before;
    private MoveCauses? _now;

    /// <param name="generations">Later ones are added to the last; at least 2.</param>
    public GenerationTally(int venues, int coins, int generations)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(generations, 2);
        (_generations, _coins) = (generations, coins);
        _moves = Causes(coins);
        _atLastMark = Causes(venues * coins);
        _volume = [.. Enumerable.Range(0, coins).Select(_ => new double[generations + 1])];
        _inventory = [.. Enumerable.Range(0, venues * coins).Select(_ => new double[generations + 1])];
        _sharesOfFall = new double[generations + 1];
        _sharesOfRise = new double[generations + 1];
        _before = new MoveCauses(generations);
        BeginWaveFromOutside();
    }

    /// <summary>Forced volume of all coins traded on the book, by generation; the first one first.</summary>
    public double[] Volumes
    {
        get
        {
            var sums = new double[_generations];
            for (int coin = 0; coin < _coins; coin++)
            {
                for (int generation = 1; generation <= _generations; generation++)
                {
                    sums[generation - 1] += _volume[coin][generation];
                }
            }

            return sums;
        }
    }

    /// <summary>The same of one coin.</summary>
    public ReadOnlySpan<double> VolumesOf(int coin) => _volume[coin].AsSpan(1);

    /// <summary>Volume of a generation over that of the one before: R as the run shows it.</summary>
    /// <param name="generation">From 2 to the number of generations; the first was forced from outside.</param>
    public double Ratio(int generation)
    {
        double[] volumes = Volumes;
        return volumes[generation - 1] / volumes[generation - 2];
    }

    /// <summary>A coin's price moved for another reason than a forced order.</summary>
    /// <param name="change">Of the price that all venues share, as a share or in logarithms.</param>
    public void MoveFromOutside(int coin, double change) => _moves[coin].Add(0, change);

    /// <summary>A venue updates its mark of a coin: what it forces from now on was caused by moves since its last update.</summary>
    public void BeginWave(int venue, int coin)
    {
        _now = _atLastMark[venue * _coins + coin];
        _now.CopyTo(_before);
        _moves[coin].CopyTo(_now);
    }

    /// <summary>What is forced from now on was caused by no coin's price.</summary>
    public void BeginWaveFromOutside()
    {
        _now = null;
        Array.Clear(_sharesOfFall);
        Array.Clear(_sharesOfRise);
        _sharesOfFall[0] = _sharesOfRise[0] = 1;
    }

    /// <summary>A forced order of the present wave traded.</summary>
    /// <param name="coin">That was traded, which need not be the one whose mark was updated.</param>
    /// <param name="change">That the order made in the price that all venues share; negative for a sale.</param>
    public void Force(int coin, bool sells, double dollars, double change)
    {
        ReadOnlySpan<double> shares = SharesOf(falls: sells);
        for (int cause = 0; cause <= _generations; cause++)
        {
            Count(coin, cause, dollars * shares[cause], change * shares[cause]);
        }
    }

    /// <summary>The fund of a venue takes a position over in the present wave: nothing trades yet.</summary>
    public void TakeOver(int venue, int coin, bool wasLong, double dollars)
    {
        ReadOnlySpan<double> shares = SharesOf(falls: wasLong);
        double[] held = _inventory[venue * _coins + coin];
        for (int cause = 0; cause <= _generations; cause++)
        {
            held[cause] += dollars * shares[cause];
        }
    }

    /// <summary>The fund of a venue trades out of what it took over.</summary>
    /// <param name="change">As in <see cref="Force"/>.</param>
    public void Unwind(int venue, int coin, double dollars, double change)
    {
        double[] held = _inventory[venue * _coins + coin];
        double all = 0;
        foreach (double part in held)
        {
            all += part;
        }

        if (all <= 0)
        {
            MoveFromOutside(coin, change);
            return;
        }

        double sold = Math.Min(dollars / all, 1);
        for (int cause = 0; cause <= _generations; cause++)
        {
            double share = held[cause] / all;
            held[cause] *= 1 - sold;
            Count(coin, cause, dollars * share, change * share);
        }
    }

    private double[] SharesOf(bool falls)
    {
        if (_now is { } now)
        {
            now.SharesSince(_before, falls: true, _sharesOfFall);
            now.SharesSince(_before, falls: false, _sharesOfRise);
            _now = null;
        }

        return falls ? _sharesOfFall : _sharesOfRise;
    }

    private void Count(int coin, int cause, double dollars, double change)
    {
        int generation = Math.Min(cause + 1, _generations);
        _volume[coin][generation] += dollars;
        _moves[coin].Add(generation, change);
    }

    private MoveCauses[] Causes(int count) => [.. Enumerable.Range(0, count).Select(_ => new MoveCauses(_generations))];
}
