using Breakwater.Data;
using Breakwater.Lab;
using Breakwater.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Breakwater.Server;

/// <summary>Indicators of what the store holds.</summary>
internal static class IndicatorEndpoints
{
    private static readonly DateOnly s_first = new(2009, 1, 3);
    private static readonly DateOnly s_last = new(2099, 12, 31);

    public static void Map(IEndpointRouteBuilder api)
    {
        RouteGroupBuilder indicators = api.MapGroup("/indicators").WithTags("indicators");
        indicators.MapGet("", List).WithSummary("Names and what each measures");
        indicators.MapGet("/{name}", Measure).WithSummary("One indicator of every series that the store has");
    }

    private static IndicatorDescription[] List() =>
        [
            .. MarketMeasures.All.Select(measure => new IndicatorDescription(
                measure.Name,
                measure.Meaning,
                measure.ComparesTwo
            )),
        ];

    private static IReadOnlyList<MeasuredSeries> Measure(
        string name,
        ServerOptions options,
        string? venue,
        string? instrument,
        string? against,
        DateOnly? from,
        DateOnly? to
    )
    {
        if (MarketMeasures.All.All(measure => measure.Name != name))
        {
            throw RequestException.NotFound("there is no indicator of that name");
        }

        var place = new StorePlace(options.Store);
        if (!place.Exists)
        {
            throw RequestException.NotFound("there is no store of market data; 'breakwater import' fills one");
        }

        using IMarketStore store = place.OpenToRead();
        var question = new MeasureQuestion(venue ?? "", instrument ?? "", from ?? s_first, to ?? s_last)
        {
            Against = against ?? "",
        };
        try
        {
            return new MarketMeasures(store, question).Measure([name]);
        }
        catch (InputException unknown)
        {
            throw new RequestException(unknown.Message, unknown);
        }
    }
}
