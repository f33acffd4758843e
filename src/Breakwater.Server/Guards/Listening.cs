using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Breakwater.Server;

/// <summary>The socket, and what it takes.</summary>
internal static class Listening
{
    private const int LongestRequestLine = 4096;

    public static void Configure(KestrelServerOptions kestrel, ServerOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = options.Limits.BodyBytes;
        kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
        kestrel.Listen(options.Listen, options.Port);
    }
}
