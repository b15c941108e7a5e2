using Plumbline.Streaming;

namespace Plumbline.Datasets;

/// <summary>What a run notes of a dataset as a whole while its blocks are merged.</summary>
internal interface IDatasetWatch
{
    /// <summary>What a thread notes of values that all lines have in common; null where they have none.</summary>
    UniformTally? NewUniformTally();

    /// <summary>Takes note of a block, in the order of the blocks.</summary>
    /// <param name="block">The block.</param>
    /// <param name="judge">Judged the block, and is free to judge it again.</param>
    /// <param name="before">All that comes before it.</param>
    /// <param name="tally">What the block adds.</param>
    /// <param name="uniform">What it shows of values that all lines have in common.</param>
    void Note(LineBlock block, LineJudge judge, DatasetSummary before, DatasetSummary tally, UniformTally? uniform);

    /// <summary>Reports what is known at the end, and counts it.</summary>
    void Report(DatasetSummary summary, IFindingSink sink);
}
