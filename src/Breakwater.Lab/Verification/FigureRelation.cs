namespace Breakwater.Lab;

/// <summary>What a figure of ours must do beside the published one.</summary>
public enum FigureRelation
{
    /// <summary>Differ by no more than the tolerance.</summary>
    Within,

    /// <summary>Not fall short of it by more than the tolerance.</summary>
    AtLeast,

    /// <summary>Not exceed it by more than the tolerance.</summary>
    AtMost,
}
