namespace Breakwater.Indicators.Tests;

/// <summary>Each streaming indicator beside the formula written out over the whole window.</summary>
public sealed class TwinTests
{
    private const int Count = 2_000;

    private static readonly double[] _prices = Walk.Prices(Count, 1);
    private static readonly double[] _others = Walk.Prices(Count, 2);
    private static readonly double[] _volumes = Walk.Uniform(Count, 3, 1e6, 1e9);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(250)]
    public void Rolling_sum(int length)
    {
        var sum = new RollingSum(length);
        for (int index = 0; index < Count; index++)
        {
            sum.Add(_volumes[index]);
            Walk.AssertClose(Last(_volumes, index, length).Sum(), sum.Sum, 1e-12);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(30)]
    [InlineData(365)]
    public void Realised_volatility(int length)
    {
        var volatility = new RealisedVolatility(length, 365);
        for (int index = 0; index < Count; index++)
        {
            double actual = volatility.Add(_prices[index]);
            if (index > 0)
            {
                double[] returns = [.. Returns(_prices).Take(index).TakeLast(length)];
                Walk.AssertClose(Math.Sqrt(returns.Average(value => value * value) * 365), actual);
            }
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(30)]
    [InlineData(250)]
    public void Correlation_and_beta(int length)
    {
        double[] x = Returns(_prices);
        double[] y = [.. Returns(_others).Select((value, index) => value + (0.5 * x[index]))];
        var regression = new RollingRegression(length);
        for (int index = 0; index < x.Length; index++)
        {
            regression.Add(x[index], y[index]);
            if (index >= 2)
            {
                (double correlation, double beta) = NaiveRegression(Last(x, index, length), Last(y, index, length));
                Walk.AssertClose(correlation, regression.Correlation, 1e-7);
                Walk.AssertClose(beta, regression.Beta, 1e-7);
            }
        }
    }

    [Fact]
    public void Amihud_illiquidity()
    {
        var amihud = new Amihud(20);
        for (int index = 0; index < Count; index++)
        {
            double actual = amihud.Add(_prices[index], _volumes[index]);
            if (index > 0)
            {
                double[] ratios =
                [
                    .. Enumerable
                        .Range(1, index)
                        .Select(day => Math.Abs((_prices[day] / _prices[day - 1]) - 1) / _volumes[day]),
                ];
                Walk.AssertClose(ratios.TakeLast(20).Average() * 1e9, actual * 1e9);
            }
        }
    }

    [Fact]
    public void Kyle_s_lambda_finds_the_impact_that_made_the_prices()
    {
        double[] signed = Walk.Uniform(Count, 5, -100, 100);
        var lambda = new KyleLambda(100);
        double price = 100_000;
        lambda.Add(price, 0);
        foreach (double volume in signed)
        {
            price += 0.25 * volume;
            lambda.Add(price, volume);
        }

        Walk.AssertClose(0.25, lambda.Current, 1e-6);
    }

    [Fact]
    public void Relative_to_mean()
    {
        var ratio = new RelativeToMean(30);
        for (int index = 0; index < Count; index++)
        {
            double expected = index < 30 ? double.NaN : _volumes[index] / _volumes[(index - 30)..index].Average();
            Walk.AssertClose(expected, ratio.Add(_volumes[index]));
        }
    }

    [Fact]
    public void Flow_pressure()
    {
        double[] flows = Walk.Uniform(Count, 6, -5e8, 5e8);
        var pressure = new FlowPressure(5, 30);
        for (int index = 0; index < Count; index++)
        {
            double expected =
                index < 29 ? double.NaN : Last(flows, index, 5).Sum() / Last(_volumes, index, 30).Average();
            Walk.AssertClose(expected, pressure.Add(flows[index], _volumes[index]));
        }
    }

    [Fact]
    public void Drawdown_is_the_deepest_of_all_pairs()
    {
        double[] prices = _prices[..400];
        double deepest = 0;
        for (int high = 0; high < prices.Length; high++)
        {
            deepest = Math.Max(deepest, prices[high..].Max(price => 1 - (price / prices[high])));
        }

        Walk.AssertClose(deepest, Drawdown.WorstOf(prices));
    }

    [Fact]
    public void Window_loss_over_all_pairs()
    {
        double[] values = _prices[..300];
        double largest = values.SelectMany((from, index) => values[index..].Select(to => from - to)).Max();

        var loss = WindowLoss.Of(values, 41);

        Assert.Equal(
            (values[0] - values[^1], (values[0] - values[^1]) / 41, largest),
            (loss.Loss, loss.LossPerDay, loss.PeakToTrough)
        );
    }

    [Fact]
    public void Percent_rank()
    {
        double[] values = [.. _prices.Select(price => Math.Round(price / 1000))];
        var rank = new PercentRank(50);
        for (int index = 0; index < Count; index++)
        {
            double[] past = values[Math.Max(0, index - 50)..index];
            double expected =
                past.Length == 0
                    ? double.NaN
                    : past.Average(value =>
                        value < values[index] ? 1
                        : value == values[index] ? 0.5
                        : 0
                    );
            Walk.AssertClose(expected, rank.Add(values[index]));
        }
    }

    [Fact]
    public void Spearman_is_the_correlation_of_naive_ranks()
    {
        double[] x = [.. _prices[..200].Select(price => Math.Round(price / 2000))];
        double[] y = [.. _others[..200].Select(price => Math.Round(price / 3000))];

        (double expected, _) = NaiveRegression(NaiveRanks(x), NaiveRanks(y));

        Walk.AssertClose(expected, RankCorrelation.Of(x, y));
        Assert.Equal(1, RankCorrelation.Of([1, 2, 3], [10, 20, 1000]), 12);
        Assert.Equal(-1, RankCorrelation.Of([1, 2, 3], [3, 2, -5]), 12);
    }

    [Fact]
    public void Candles_join_into_the_candle_of_all()
    {
        Candle joined = _prices.Select(Candle.Of).Aggregate((candle, next) => candle.Then(next));

        Assert.Equal(new Candle(_prices[0], _prices.Max(), _prices.Min(), _prices[^1]), joined);
    }

    private static double[] Last(double[] values, int index, int length) =>
        values[Math.Max(0, index + 1 - length)..(index + 1)];

    private static double[] Returns(double[] prices) =>
        [.. Enumerable.Range(1, prices.Length - 1).Select(index => Math.Log(prices[index] / prices[index - 1]))];

    private static double[] NaiveRanks(double[] values) =>
        [
            .. values.Select(value =>
                values.Count(other => other < value) + ((values.Count(other => other == value) + 1) / 2.0)
            ),
        ];

    private static (double Correlation, double Beta) NaiveRegression(double[] x, double[] y)
    {
        double meanX = x.Average();
        double meanY = y.Average();
        double covariance = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum();
        double varianceX = x.Sum(a => (a - meanX) * (a - meanX));
        double varianceY = y.Sum(b => (b - meanY) * (b - meanY));
        return (covariance / Math.Sqrt(varianceX * varianceY), covariance / varianceX);
    }
}
