namespace Breakwater.Lab.Map;

/// <summary>How much the makers of a market still quote.</summary>
public enum BookState
{
    /// <summary>What a scenario says of a calm day.</summary>
    Calm,

    /// <summary>The least share that its makers keep whatever happens; latent buyers stay.</summary>
    Withdrawn,
}
