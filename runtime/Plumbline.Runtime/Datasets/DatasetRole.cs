namespace Plumbline;

/// <summary>What a dataset is for; picks the bounds on its number of examples.</summary>
public enum DatasetRole : byte
{
    /// <summary>The examples that a model is tuned with.</summary>
    Training,

    /// <summary>The examples that a tuned model is measured with.</summary>
    Evaluation,
}
