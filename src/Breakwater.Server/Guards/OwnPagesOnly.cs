using Microsoft.AspNetCore.Http;

namespace Breakwater.Server;

/// <summary>What changes something must not come from another site's page: browsers say where a request comes from.</summary>
internal sealed class OwnPagesOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        bool reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        if (!reads && site is "cross-site" or "same-site")
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
