using Microsoft.AspNetCore.Http;

namespace Breakwater.Server;

/// <summary>Says with the answer that the connection ends where a body is not going to be read to its end: the next request must not follow on it.</summary>
internal sealed class LargeBodies(RequestDelegate next, ServerLimits limits)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.ContentLength > limits.BodyBytes)
        {
            context.Response.Headers.Connection = "close";
        }

        return next(context);
    }
}
