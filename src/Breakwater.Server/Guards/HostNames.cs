using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.DependencyInjection;

namespace Breakwater.Server;

/// <summary>On a loopback address only names of this machine are answered: a foreign name that leads here is a page's trick.</summary>
internal static class HostNames
{
    public static void Add(IServiceCollection services, ServerOptions options) =>
        services.AddHostFiltering(filtering =>
        {
            filtering.AllowedHosts = IPAddress.IsLoopback(options.Listen) ? ["localhost", "127.0.0.1", "[::1]"] : ["*"];
            filtering.IncludeFailureMessage = false;
        });
}
