Plumbline.Cli.Commands.HeadStart.Begin(args);
return Plumbline.Cli.Commands.CommandLine.Run(args);
