namespace Breakwater.Simulation;

/// <summary>What a part of a venue's crowd holds beside the settlement currency.</summary>
/// <param name="Holders">Share of the cross accounts that hold it; from 0 to 1.</param>
/// <param name="Assets">One for each asset of the rules' collateral, in their order.</param>
public sealed record CollateralOfCrowd(double Holders, IReadOnlyList<AssetParameters> Assets);
