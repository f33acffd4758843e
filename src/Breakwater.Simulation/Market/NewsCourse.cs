namespace Breakwater.Simulation;

/// <summary>How news sinks in after it is out.</summary>
public enum NewsCourse
{
    /// <summary>As much in every minute.</summary>
    Even,

    /// <summary>Who knows tells others: slowly while few know, fastest when half do, along a logistic curve.</summary>
    /// <remarks>
    /// The simple epidemic, in which nobody forgets. That interest in a stock spreads by word of mouth is the idea of Shiller and Pound,
    /// "Survey evidence on diffusion of interest and information among investors", Journal of Economic Behavior and Organization 12, 1989,
    /// whose model has people lose it again.
    /// </remarks>
    WordOfMouth,
}
