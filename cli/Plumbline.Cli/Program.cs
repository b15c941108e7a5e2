return Plumbline.Cli.Commands.CommandLine.Run(args);
