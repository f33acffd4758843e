namespace Breakwater.Simulation;

/// <summary>An asset, cash, and agents who agree on everything but the odds of good news.</summary>
/// <remarks>
/// Each agent starts with one unit of cash and one of the asset and is risk neutral. The asset pays 1 after good news and
/// <see cref="LowPayoff"/> after bad. Beliefs are spread evenly over (0, 1). Borrowers pledge the asset and nothing else, so
/// the most that one unit carries is a loan that is safe. Source: Geanakoplos, "The leverage cycle", NBER Macroeconomics
/// Annual 24, 2010, sections II and III.
/// </remarks>
public sealed class BeliefEconomy
{
    private const int Bisections = 60;

    private readonly double[] _beliefs;

    /// <param name="agents">More make the equilibrium finer; positive.</param>
    /// <param name="lowPayoff">Between 0 and 1.</param>
    public BeliefEconomy(int agents, double lowPayoff)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(agents);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lowPayoff);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lowPayoff, 1);
        LowPayoff = lowPayoff;
        _beliefs = new double[agents];
        for (int i = 0; i < agents; i++)
        {
            _beliefs[i] = (i + 0.5) / agents;
        }
    }

    public double LowPayoff { get; }

    /// <summary>One period: news comes and the asset pays.</summary>
    /// <param name="borrowing">Whether the asset can be pledged.</param>
    public BeliefEquilibrium OnePeriod(bool borrowing)
    {
        double loan = borrowing ? LowPayoff : 0;
        double price = PriceAt(LowPayoff, 1, price => UnitsBought(1 + price, price, loan));
        return new BeliefEquilibrium(
            price,
            ShareBelow(belief => Gain(belief, price, loan) <= 1),
            price / (price - loan)
        );
    }

    /// <summary>
    /// Two periods: the asset pays the low amount only after bad news twice. Loans run for one period, so the first are as
    /// large as the price after the first bad news, which takes the first buyers' all.
    /// </summary>
    /// <returns>At the start, and after bad news.</returns>
    public (BeliefEquilibrium Start, BeliefEquilibrium AfterBadNews) TwoPeriods()
    {
        double after = PriceAt(LowPayoff, 1, price => UnitsBoughtAfterBadNews(StartFor(price), price));
        double start = StartFor(after);
        double marginal = ShareBelow(belief => !Buys(belief, start, after));
        return (
            new BeliefEquilibrium(start, marginal, start / (start - after)),
            new BeliefEquilibrium(
                after,
                ShareBelow(belief => Gain(belief, after, LowPayoff) <= 1),
                after / (after - LowPayoff)
            )
        );
    }

    private double StartFor(double after) =>
        PriceAt(after, 1, start => Count(belief => Buys(belief, start, after)) * (1 + start) / (start - after));

    // Whoever did not buy at the start still has the start's wealth, in cash or in loans that are safe.
    private double UnitsBoughtAfterBadNews(double start, double after) =>
        Count(belief => !Buys(belief, start, after) && Gain(belief, after, LowPayoff) > 1)
        * (1 + start)
        / (after - LowPayoff);

    // Cash is worth its face after good news; after bad, what can be gained with it then.
    private bool Buys(double belief, double start, double after)
    {
        double asset = belief * (1 - after) / (start - after);
        double cash = belief + (1 - belief) * Math.Max(1, Gain(belief, after, LowPayoff));
        return asset > cash;
    }

    private double UnitsBought(double wealth, double price, double loan) =>
        Count(belief => Gain(belief, price, loan) > 1) * wealth / (price - loan);

    /// <summary>What an agent expects of one unit of cash put into the asset with the largest safe loan.</summary>
    private double Gain(double belief, double price, double loan) =>
        (belief * (1 - loan) + (1 - belief) * (LowPayoff - loan)) / (price - loan);

    private int Count(Predicate<double> agent)
    {
        int count = 0;
        foreach (double belief in _beliefs)
        {
            count += agent(belief) ? 1 : 0;
        }

        return count;
    }

    private double ShareBelow(Predicate<double> agent) => (double)Count(agent) / _beliefs.Length;

    /// <summary>The price at which the units bought, which fall as it rises, are all that there are.</summary>
    private double PriceAt(double low, double high, Func<double, double> unitsBought)
    {
        for (int i = 0; i < Bisections; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = unitsBought(middle) > _beliefs.Length ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
