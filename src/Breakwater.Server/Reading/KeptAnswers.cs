using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Breakwater.Server;

/// <summary>Answers that are kept for a while: what a finished run recorded never changes, and many look at the same.</summary>
internal static class KeptAnswers
{
    private const string OfFinishedRuns = "finished-runs";
    private const long MostBytes = 128 << 20;

    // A folder may be taken away and another be put in its place.
    private static readonly TimeSpan s_length = TimeSpan.FromMinutes(1);

    public static void Add(IServiceCollection services) =>
        services.AddOutputCache(options =>
        {
            options.SizeLimit = MostBytes;
            options.AddPolicy(OfFinishedRuns, policy => policy.Expire(s_length).SetVaryByQuery("*"));
        });

    /// <summary>Keeps what the addresses of a group answer, each query by itself.</summary>
    public static TBuilder KeepAnswers<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.CacheOutput(OfFinishedRuns);
}
