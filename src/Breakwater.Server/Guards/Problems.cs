using System.Text.Json;
using Breakwater.Runs;
using Breakwater.Simulation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Breakwater.Server;

/// <summary>What went wrong, as problem details (RFC 9457): the caller's mistakes in words, ours without any detail.</summary>
internal static class Problems
{
    public static void Configure(ProblemDetailsOptions options) =>
        options.CustomizeProblemDetails = context =>
        {
            ProblemDetails problem = context.ProblemDetails;
            HttpContext http = context.HttpContext;
            if (http.Features.Get<IExceptionHandlerFeature>()?.Error is { } error)
            {
                (int status, problem.Detail) = Of(error);
                problem.Status = status;
                http.Response.StatusCode = status;
                problem.Title = ReasonPhrases.GetReasonPhrase(status);
                problem.Type = null;
            }

            problem.Detail ??= DetailOf(problem.Status);
            problem.Extensions.Remove("traceId");
        };

    private static (int Status, string? Detail) Of(Exception error) =>
        error switch
        {
            RequestException request => (request.Status, request.Message),
            InputException or CrowdException => (StatusCodes.Status400BadRequest, PlaceNames.Without(error.Message)),
            BadHttpRequestException { InnerException: JsonException json } bad => (bad.StatusCode, OfJson(json)),
            BadHttpRequestException bad => (bad.StatusCode, bad.Message),
            JsonException json => (StatusCodes.Status400BadRequest, OfJson(json)),
            _ => (StatusCodes.Status500InternalServerError, null),
        };

    // The framework's own text names types of this program.
    private static string OfJson(JsonException error) =>
        error.Path is { Length: > 0 } path && path != "$"
            ? $"{path}: missing, unknown, or not of the right kind"
            : "the body is not the JSON object that is expected here";

    private static string? DetailOf(int? status) =>
        status switch
        {
            StatusCodes.Status400BadRequest => "the request cannot be read as HTTP for this host",
            StatusCodes.Status401Unauthorized => "show the token that the server was started with",
            StatusCodes.Status403Forbidden => "another site's page may not change anything here",
            StatusCodes.Status404NotFound => "nothing is here",
            StatusCodes.Status405MethodNotAllowed => "this address does not take the method",
            StatusCodes.Status413PayloadTooLarge => "the body is too large",
            StatusCodes.Status415UnsupportedMediaType => "the body must be application/json",
            StatusCodes.Status429TooManyRequests => "too many requests; wait a moment",
            StatusCodes.Status500InternalServerError => "the server failed; its console says how",
            _ => null,
        };
}
