using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Lets makers at order books follow trades: who was traded with quotes anew a latency later, at the sizes it last chose.</summary>
internal sealed class QuoteKeeper(Market market) : IParticipant
{
    private readonly BookLiquidity[] _books = [.. market.Places.Select(place => place.Liquidity).Cast<BookLiquidity>()];

    public void Join() { }

    public Timestamp Reset(Seed path) => market.Start + market.Parameters.Makers.Latency;

    public Timestamp Act(Timestamp now)
    {
        foreach (BookLiquidity book in _books)
        {
            book.QuoteAfterTrades(now);
        }

        return now + market.Parameters.Makers.Latency;
    }
}
