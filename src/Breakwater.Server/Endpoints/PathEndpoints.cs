using Breakwater.Lab;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Breakwater.Server;

/// <summary>What belongs beside a run's own path: ladders of its books, the fan of an ensemble, prices that were observed, accounts.</summary>
internal static class PathEndpoints
{
    private const int UsualPoints = 600;
    private const int UsualPage = 50;

    public static void Map(IEndpointRouteBuilder api)
    {
        RouteGroupBuilder run = api.MapGroup("/runs/{id}").WithTags("tables").KeepAnswers();
        run.MapGet("/ladders", Ladders).WithSummary("What rests near the best prices of a coin, in fewer points");
        run.MapGet("/fan", Fan).WithSummary("An ensemble's prices: 5 %, median and 95 % over seeds, by moment");
        run.MapGet("/observed-prices", Observed).WithSummary("What was traded in the time that the run covers");
        run.MapGet("/accounts", Accounts).WithSummary("By venue, who lost or was deleveraged most");
    }

    private static IReadOnlyList<SampledLadder> Ladders(
        string id,
        RunCatalogue catalogue,
        SeriesShelf shelf,
        ServerLimits limits,
        string coin,
        int points = UsualPoints
    )
    {
        Limited.Within("points", points, 1, limits.Points);
        string folder = catalogue.FinishedFolderOf(id);
        Require(RecordedSeries.IsIn(folder), "the run recorded no series: its prices were given, or it is an ensemble");
        return
        [
            .. shelf
                .Of(folder, coin)
                .Where(series => series.Ladder.Count > 0)
                .Select(series => SampledLadder.Of(series, points)),
        ];
    }

    private static IReadOnlyList<PriceFan> Fan(string id, RunCatalogue catalogue, string? coin, string? venue)
    {
        string folder = catalogue.FinishedFolderOf(id);
        Require(PriceFan.IsIn(folder), "there is no fan: it is one run, or its prices were given");
        return [.. PriceFan.Read(folder).Where(fan => Is(fan.Coin, coin) && Is(fan.Venue, venue))];
    }

    private static IReadOnlyList<ObservedPrices> Observed(string id, RunCatalogue catalogue, string? coin)
    {
        string folder = catalogue.FinishedFolderOf(id);
        Require(ObservedPrices.IsIn(folder), "the run's scenario names no prices that were observed");
        return [.. ObservedPrices.Read(folder).Where(prices => Is(prices.Coin, coin))];
    }

    private static TablePage<ForcedAccount> Accounts(
        string id,
        RunCatalogue catalogue,
        ServerLimits limits,
        string? venue,
        string? side,
        int offset = 0,
        int limit = UsualPage
    )
    {
        Limited.Within("offset", offset, 0, int.MaxValue);
        Limited.Within("limit", limit, 1, limits.Points);
        if (side is not (null or "losers" or "winners"))
        {
            throw new RequestException("side: must be losers or winners");
        }

        string folder = catalogue.FinishedFolderOf(id);
        Require(ForcedAccount.IsIn(folder), "the run recorded no accounts: it is an ensemble, or of an earlier engine");
        IEnumerable<ForcedAccount> rows = ForcedAccount.Read(folder).Where(row => Is(row.Venue, venue));
        ForcedAccount[] ordered =
        [
            .. side == "winners"
                ? rows.Where(row => row.Deleveraged > 0).OrderByDescending(row => row.Deleveraged)
                : rows.Where(row => side is null || row.Forced > 0).OrderByDescending(row => row.Forced),
        ];
        return TablePage.Of(ordered, offset, limit);
    }

    private static bool Is(string value, string? wanted) => wanted is null || value == wanted;

    private static void Require(bool isThere, string otherwise)
    {
        if (!isThere)
        {
            throw RequestException.NotFound(otherwise);
        }
    }
}
