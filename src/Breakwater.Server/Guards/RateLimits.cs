using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Breakwater.Server;

/// <summary>How often one address may ask.</summary>
internal static class RateLimits
{
    /// <summary>The policy of orders for runs.</summary>
    public const string Runs = "runs";

    public static void Add(IServiceCollection services, ServerLimits limits) =>
        services.AddRateLimiter(limiting =>
        {
            limiting.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiting.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                RateLimitPartition.GetTokenBucketLimiter(AddressOf(context), _ => EachSecond(limits))
            );
            limiting.AddPolicy(
                Runs,
                context => RateLimitPartition.GetFixedWindowLimiter(AddressOf(context), _ => EachMinute(limits))
            );
        });

    private static TokenBucketRateLimiterOptions EachSecond(ServerLimits limits) =>
        new()
        {
            TokenLimit = limits.Burst,
            TokensPerPeriod = limits.RequestsPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        };

    private static FixedWindowRateLimiterOptions EachMinute(ServerLimits limits) =>
        new() { PermitLimit = limits.RunsPerMinute, Window = TimeSpan.FromMinutes(1) };

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
