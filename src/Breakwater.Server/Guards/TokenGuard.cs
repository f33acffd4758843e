using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Breakwater.Server;

/// <summary>Lets only callers with the token reach the API: as a bearer, or in the cookie that a session has set.</summary>
internal sealed class TokenGuard(RequestDelegate next, string token)
{
    public const string CookieName = "breakwater-token";
    private const string Bearer = "Bearer ";
    private static readonly PathString s_session = LabServer.Api + "/session";

    private readonly byte[] _token = SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public Task InvokeAsync(HttpContext context)
    {
        PathString path = context.Request.Path;
        if (
            !path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            || path == s_session
            || IsShown(context.Request)
        )
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    public static bool AreEqual(string shown, string token) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(shown)),
            SHA256.HashData(Encoding.UTF8.GetBytes(token))
        );

    private bool IsShown(HttpRequest request)
    {
        string header = request.Headers.Authorization.ToString();
        string? shown = header.StartsWith(Bearer, StringComparison.Ordinal)
            ? header[Bearer.Length..]
            : request.Cookies[CookieName];
        return shown is not null
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(shown)), _token);
    }
}
