import { Component } from 'preact';

/** A component that is drawn again only when one of its properties changes. */
export abstract class Pure<Properties extends object> extends Component<Properties> {
  override shouldComponentUpdate(next: Readonly<Properties>): boolean {
    return differs(this.props, next) || differs(next, this.props);
  }
}

function differs(a: object, b: object): boolean {
  for (const name in a) if (!Object.is(Reflect.get(a, name), Reflect.get(b, name))) return true;
  return false;
}
