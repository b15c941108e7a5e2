namespace Plumbline.Cli.Conversion;

/// <summary>Ties the answers of tools to the calls that they answer: by id where there are ids, else by name, else in the order of the calls.</summary>
internal static class CallLinks
{
    /// <summary>Ties the answers of a conversation, of which each holds at first what its format says of the call.</summary>
    public static void Tie(Conversation conversation)
    {
        Tie([.. conversation.Turns, .. conversation.Preferred ?? []]);
        if (conversation.Rejected is { } rejected)
        {
            Tie([.. conversation.Turns.Where(turn => turn.Calls.Count > 0), .. rejected]);
        }
    }

    /// <summary>Gives an id to every call that has none, where a format wants ids, and a new one where it wants them of another form.</summary>
    /// <param name="conversation">What was read.</param>
    /// <param name="form">What ids are like.</param>
    /// <param name="losses">Takes note.</param>
    public static void Name(Conversation conversation, CallIds form, LossTally losses)
    {
        if (form == CallIds.Optional)
        {
            return;
        }

        Call[] calls = [.. conversation.AllTurns.SelectMany(turn => turn.Answers is { } answered ? [.. turn.Calls, answered] : turn.Calls).Distinct()];
        HashSet<string> taken = [.. calls.Select(call => call.Id?.Text ?? "")];
        foreach (Call call in calls)
        {
            if (call.Id is null)
            {
                losses.Change("the id of a call was made up");
                call.Id = NewId(taken);
            }
            else if (form == CallIds.NineCharacters && !IsNineCharacters(call.Id.Text))
            {
                losses.Lose("the id of a call: it was rewritten");
                call.Id = NewId(taken);
            }
        }
    }

    private static RawJson NewId(HashSet<string> taken)
    {
        int number = 1;
        while (!taken.Add($"call{number:D5}"))
        {
            number++;
        }

        return RawJson.String($"call{number:D5}");
    }

    private static bool IsNineCharacters(string id) => id.Length == 9 && id.All(char.IsAsciiLetterOrDigit);

    private static void Tie(List<Turn> turns)
    {
        var open = new List<Call>();
        foreach (Turn turn in turns)
        {
            if (turn.Answers is { } said)
            {
                Call? call = said.Id is not null ? open.Find(made => said.Id.SaysTheSame(made.Id))
                    : said.Name is not null ? open.Find(made => said.Name.SaysTheSame(made.Name))
                    : open.FirstOrDefault();
                if (call is not null)
                {
                    turn.Answers = call;
                    open.Remove(call);
                }
            }

            open.AddRange(turn.Calls);
        }
    }
}

/// <summary>What a format asks of the ids of calls.</summary>
internal enum CallIds
{
    Optional,
    Required,
    NineCharacters,
}
