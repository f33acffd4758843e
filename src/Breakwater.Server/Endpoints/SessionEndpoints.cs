using Breakwater.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Breakwater.Server;

/// <summary>Who asks, and what answers.</summary>
internal static class SessionEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/session", Open).WithSummary("Shows the token once; a cookie keeps it").WithTags("session");
        api.MapGet("/about", About).WithSummary("Engine and limits").WithTags("session");
    }

    private static IResult Open(SessionRequest request, HttpContext context, ServerOptions options)
    {
        if (options.Token is not { } token)
        {
            return TypedResults.NoContent();
        }

        if (!TokenGuard.AreEqual(request.Token, token))
        {
            return TypedResults.Problem(statusCode: 401, detail: "that is not the token");
        }

        var cookie = new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
        };
        context.Response.Cookies.Append(TokenGuard.CookieName, token, cookie);
        return TypedResults.NoContent();
    }

    private static ServerDescription About(ServerOptions options) =>
        new(Engine.Current, options.Limits, Directory.Exists(options.Store));
}
