namespace Breakwater.Simulation;

/// <summary>How news sinks in after it is out.</summary>
public enum NewsCourse
{
    /// <summary>As much in every minute.</summary>
    Even,

    /// <summary>Who knows tells others: slowly while few know, fastest when half do, along a logistic curve.</summary>
    /// <remarks>
    /// Source: Shiller and Pound, "Survey evidence on diffusion of interest and information among investors", Journal of
    /// Economic Behavior and Organization 12, 1989.
    /// </remarks>
    WordOfMouth,
}
