namespace Breakwater.Simulation.Tests;

public class RecordedDepthTests
{
    private static readonly SeriesKind[] s_always =
    [
        SeriesKind.Middle,
        SeriesKind.Mark,
        SeriesKind.Spread,
        SeriesKind.TopDepth,
        SeriesKind.OpenInterest,
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_happens_and_the_rest_of_the_series_do_not_depend_on_it(bool books)
    {
        WorldParameters parameters = TestMarket.Create(books: books);
        World whole = TestMarket.Run(parameters);
        World tops = TestMarket.Run(parameters.RecordingTopsOnly());
        Assert.Equal(TestMarket.Digest(whole), TestMarket.Digest(tops));
        foreach (SeriesKind kind in s_always)
        {
            for (int venue = 0; venue < whole.Venues.Count; venue++)
            {
                for (int listing = 0; listing < parameters.Venues[venue].Listings.Count; listing++)
                {
                    Assert.Equal(whole.Series![kind, venue, listing], tops.Series![kind, venue, listing]);
                }
            }
        }
    }

    [Fact]
    public void What_is_not_recorded_cannot_be_read()
    {
        World tops = TestMarket.Run(TestMarket.Create().RecordingTopsOnly());
        foreach (SeriesKind kind in Enum.GetValues<SeriesKind>().Except(s_always))
        {
            Assert.Throws<InvalidOperationException>(() => tops.Series![kind, 0, 0].Length);
        }
    }
}
