using System.Net;
using Breakwater.Runs;

namespace Breakwater.Server;

/// <summary>What a server serves, where, and to whom.</summary>
public sealed record ServerOptions
{
    /// <summary>The shortest token that is let pass for one, in characters.</summary>
    public const int ShortestToken = 16;

    public ContentFolders Content { get; init; } = ContentFolders.Default;

    /// <summary>The folder that holds the run folders.</summary>
    public string Runs { get; init; } = RunFolder.DefaultParent;

    /// <summary>Folders with files of claims, searched in this order.</summary>
    public IReadOnlyList<string> Claims { get; init; } =
    [Path.Combine(Environment.CurrentDirectory, "claims"), Path.Combine(AppContext.BaseDirectory, "claims")];

    /// <summary>The folder of the market data store; it need not exist.</summary>
    public string Store { get; init; } = "store";

    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>0 for any that is free.</summary>
    public int Port { get; init; } = 5217;

    /// <summary>What callers must show; null on a loopback address, where none is asked for.</summary>
    public string? Token { get; init; }

    /// <summary>For runs, at most.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether to look at the latest run before anybody asks, so that the first page comes sooner.</summary>
    public bool ReadsAhead { get; init; }

    public ServerLimits Limits { get; init; } = new();

    /// <exception cref="InputException">It would serve everybody who reaches the machine.</exception>
    public void RequireSafe()
    {
        if (Token is null && !IPAddress.IsLoopback(Listen))
        {
            throw new InputException(
                $"--listen: {Listen} can be reached from elsewhere; give a --token to ask callers for"
            );
        }

        if (Token is { Length: < ShortestToken })
        {
            throw new InputException($"--token: too short to be secret; at least {ShortestToken} characters");
        }
    }
}
