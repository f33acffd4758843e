using System.Text.Json;
using Breakwater.Lab;
using Breakwater.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Breakwater.Server;

/// <summary>The calculator's contract, docs/margin-calculator.md, over HTTP.</summary>
internal static class MarginEndpoints
{
    private const string Lines = "application/x-ndjson";

    public static void Map(IEndpointRouteBuilder api)
    {
        RouteGroupBuilder margin = api.MapGroup("/margin").WithTags("margin");
        margin
            .MapGet("/venues", (SharedCalculator calculator) => calculator.Venues)
            .WithSummary("Rule sets that can be asked");
        margin.MapGet("/schema", Schema).WithSummary("JSON schema of a question");
        margin
            .MapPost("", Answer)
            .Accepts<JsonElement>("application/json", Lines)
            .Produces<JsonElement>()
            .WithSummary(
                "Answers one question as JSON, or many as JSON Lines, where what is wrong with one is its answer"
            );
    }

    private static ContentHttpResult Schema() => TypedResults.Text(QuestionSchema.Text, "application/schema+json");

    private static async Task<IResult> Answer(
        HttpRequest request,
        SharedCalculator calculator,
        CancellationToken cancel
    )
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancel);
        if (IsOf(request, Lines))
        {
            return AnswerLines(body.ToArray(), calculator);
        }

        if (!IsOf(request, "application/json"))
        {
            return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        // On one line, whatever the caller's layout.
        body.Position = 0;
        JsonElement question = await JsonSerializer.DeserializeAsync<JsonElement>(body, cancellationToken: cancel);
        byte[] answer = calculator.Answer(JsonSerializer.SerializeToUtf8Bytes(question));
        return ProblemIn(answer) is { } problem ? problem : TypedResults.Bytes(answer, "application/json");
    }

    private static IResult AnswerLines(byte[] questions, SharedCalculator calculator)
    {
        try
        {
            return TypedResults.Bytes(calculator.Answer(questions), Lines);
        }
        catch (InputException error)
        {
            return TypedResults.Problem(error.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    // Of the one question, what is wrong is a problem of the request.
    private static ProblemHttpResult? ProblemIn(byte[] answer)
    {
        using JsonDocument document = JsonDocument.Parse(answer);
        if (!document.RootElement.TryGetProperty("error", out JsonElement error))
        {
            return null;
        }

        var extensions = error
            .EnumerateObject()
            .ToDictionary(part => part.Name, part => (object?)part.Value.ToString());
        string message = PlaceNames.Without(error.GetProperty("message").GetString() ?? "");
        // The framework's own text names types of this program.
        string detail = message.StartsWith("The JSON value", StringComparison.Ordinal)
            ? "not a value of the right kind"
            : message;
        extensions.Remove("message");
        return TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, extensions: extensions);
    }

    private static bool IsOf(HttpRequest request, string type) =>
        request.ContentType?.StartsWith(type, StringComparison.OrdinalIgnoreCase) == true;
}
