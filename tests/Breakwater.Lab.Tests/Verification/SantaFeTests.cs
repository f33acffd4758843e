using Breakwater.Domain;

namespace Breakwater.Lab.Tests;

public sealed class SantaFeTests
{
    private const double TicksPerUnit = 16;
    private const double Lifetimes = 300;

    /// <summary>The published function of the spread is not met; a second implementation shows that the book is not why.</summary>
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.2)]
    public void The_spread_is_that_of_a_naive_book(double granularity)
    {
        double cancellations = granularity * TicksPerUnit;
        var naive = new NaiveRandomBook(TicksPerUnit, cancellations, (int)(12 * TicksPerUnit), new Random(7));

        double ours = new SantaFe(Lifetimes).Measure(new Seed(1), granularity, TicksPerUnit).Spread;

        double theirs = naive.MeanSpread(8 / cancellations, Lifetimes / cancellations) / TicksPerUnit;
        Assert.InRange(ours / theirs, 0.95, 1.05);
    }
}
